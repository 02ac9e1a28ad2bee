type Map = Readonly<Record<string, unknown>>;

/** https://www.rfc-editor.org/rfc/rfc7396 */
export function mergePatch(target: unknown, patch: Map): Map {
  const merged: Record<string, unknown> = isMap(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(merged, name);
    else merged[name] = isMap(value) ? mergePatch(merged[name], value) : value;
  }
  return merged;
}

export const isMap = (value: unknown): value is Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
