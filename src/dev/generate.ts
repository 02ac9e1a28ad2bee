import { writeGenerated } from './generated';

try {
  await writeGenerated(process.cwd());
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
}
