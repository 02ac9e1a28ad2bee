import { adapterFrom, whatNext, wantedOf } from './adapterTemplate';
import { writeGenerated } from './generated';

/** `npm run new-adapter <kind> <id>`: a folder and a test that pass all checks, to be made one's own file by file. */
const root = process.cwd();
try {
  const wanted = wantedOf(process.argv.slice(2), root);
  const files = await adapterFrom(root, wanted);
  await writeGenerated(root);
  console.log(whatNext(wanted, files));
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 2;
}
