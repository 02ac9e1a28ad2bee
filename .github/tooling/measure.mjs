// npm run measure -- [REV ...]: how large the rooms of src are, how long the files and functions, and which names stand for two things in
// one room; of the working tree, or of each revision that is named. Figures for people: nothing fails by them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import ts from 'typescript';

const LONG = 40;

function main(revisions) {
  if (revisions.length === 0) return print('working tree', measure('src'));
  for (const revision of revisions) {
    const folder = mkdtempSync(join(tmpdir(), 'rekey-measure-'));
    try {
      const archive = execFileSync('git', ['archive', revision, 'src'], { maxBuffer: 1 << 28 });
      execFileSync('tar', ['-x', '-C', folder], { input: archive });
      print(revision, measure(join(folder, 'src')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

/** Each adapter and each kit is a room of its own; elsewhere it is the folder under src. Templates are adapters too. */
function roomOf(path) {
  const parts = path.split(sep);
  if (parts[0] === 'adapters' || parts[1] === 'templates') return parts.slice(0, 3).join('/');
  if (parts[0] === 'kits') return parts.slice(0, 2).join('/');
  return parts.length === 1 ? '.' : parts[0];
}

function measure(root) {
  const rooms = new Map();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = relative(root, join(entry.parentPath, entry.name));
    if (!entry.isFile() || !path.endsWith('.ts') || path.includes('.generated.')) continue;
    const text = readFileSync(join(root, path), 'utf8');
    const room = rooms.get(roomOf(path)) ?? { files: [], long: [], names: new Map() };
    rooms.set(roomOf(path), room);
    room.files.push({ path, lines: text.split('\n').length - 1 });
    read(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), path, room);
  }
  return rooms;
}

/** What a file gives to others, and its long functions. */
function read(file, path, room) {
  const add = (name) => room.names.set(name, [...(room.names.get(name) ?? []), path]);
  const isExported = (node) => (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0;
  if (basename(path) !== 'index.ts') add(`file ${basename(path)}`);
  for (const statement of file.statements) {
    const declarations = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : [statement];
    for (const one of declarations)
      if (one.name && ts.isIdentifier(one.name) && isExported(one)) add(one.name.text);
  }
  const visit = (node) => {
    const lines = (at) => file.getLineAndCharacterOfPosition(at).line;
    if (ts.isFunctionLike(node) && node.body && lines(node.end) - lines(node.getStart()) >= LONG)
      room.long.push(`${path}: ${node.name?.getText() ?? 'a function without a name'}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function print(what, rooms) {
  const all = [...rooms].sort(([one], [other]) => one.localeCompare(other));
  const files = all.flatMap(([, room]) => room.files);
  const sizes = files.map(({ lines }) => lines).sort((one, other) => one - other);
  const sum = (some) => some.reduce((total, { lines }) => total + lines, 0);
  console.log(
    `# ${what}: ${sum(files)} lines, ${files.length} files, median ${sizes[sizes.length >> 1]}, longest ${sizes.at(-1)}`,
  );
  const totals = new Map();
  for (const [room, { files: own }] of all) {
    const [floor] = room.split('/');
    totals.set(floor, [...(totals.get(floor) ?? []), ...own]);
  }
  for (const [floor, own] of totals)
    console.log(`${String(sum(own)).padStart(7)} ${String(own.length).padStart(4)}  ${floor}`);
  const long = all.flatMap(([, room]) => room.long);
  console.log(`functions over ${LONG} lines: ${long.length}${long.map((one) => `\n    ${one}`).join('')}`);
  const twice = all.flatMap(([room, { names }]) =>
    [...names].flatMap(([name, paths]) =>
      new Set(paths).size > 1 ? [`${room}: ${name} (${[...new Set(paths)].join(', ')})`] : [],
    ),
  );
  console.log(`names of two things in a room: ${twice.length}${twice.map((one) => `\n    ${one}`).join('')}`);
}

main(process.argv.slice(2));
