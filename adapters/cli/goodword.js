#!/usr/bin/env node
// Plain JavaScript that old Nodes can read: it tells them what they lack, and newer ones how to read TypeScript.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** @param {string} line */
function giveUp(line) {
  console.error(line);
  process.exit(1);
}

if (major < 20 || (major === 20 && minor < 19)) {
  giveUp(
    `Goodword needs Node 20.19 or newer; this is ${process.versions.node}. Please install a newer one from https://nodejs.org.`,
  );
}

const { register } = await import('tsx/esm/api').catch(() =>
  giveUp("Goodword's packages are not installed. Please run `npm ci` in its folder first."),
);
register();
const { main } = await import('./main.ts');
const code = await main(process.argv.slice(2));
// What a failed start may have left open must not keep the process alive.
if (code !== 0) process.exit(code);
