// Prints "N passed, N failed" from jest's own count. A check other than the tests that failed counts as one failure.
import { readFileSync } from 'node:fs';

const code = Number(process.argv[2]);
let passed = 0;
let failed = 0;
try {
  const counted = JSON.parse(readFileSync('.jest.json', 'utf8'));
  passed = counted.numPassedTests;
  failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
} catch {
  console.error('No test was run.');
  failed = 1;
}
if (code !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
