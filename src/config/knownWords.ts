import { z } from 'zod';
import type { Schema } from '../domain/tools/schema';
import type { Path } from './document';

interface Shape {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly additionalProperties?: unknown;
  readonly items?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
}

const shapes = new WeakMap<z.ZodType, Shape>();

/** The words that a schema has at this place; empty where any word goes. For error messages only. */
export function knownWords(schema: Schema<unknown>, path: Path): readonly string[] {
  if (!(schema instanceof z.ZodType)) return [];
  const places = path.reduce<readonly Shape[]>(
    (here, part) => here.flatMap(alternatives).flatMap((place) => below(place, part)),
    [shapeOf(schema)],
  );
  return [...new Set(places.flatMap(alternatives).flatMap((place) => Object.keys(place.properties ?? {})))];
}

function shapeOf(schema: z.ZodType): Shape {
  const shape = shapes.get(schema) ?? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  shapes.set(schema, shape);
  return shape;
}

function alternatives(place: Shape): readonly Shape[] {
  const others = [...(place.anyOf ?? []), ...(place.oneOf ?? [])].filter(isShape);
  return others.length === 0 ? [place] : others.flatMap(alternatives);
}

function below(place: Shape, part: PropertyKey): readonly Shape[] {
  const next =
    typeof part === 'number' ? place.items : (place.properties?.[String(part)] ?? place.additionalProperties);
  return isShape(next) ? [next] : [];
}

function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null;
}
