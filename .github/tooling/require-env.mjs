// Stops a script that needs a real service when the environment does not say where that service is.
const missing = process.argv.slice(2).filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error(`This test talks to a real server. Set ${missing.join(' and ')} first.`);
  process.exit(1);
}
