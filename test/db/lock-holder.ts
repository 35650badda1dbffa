import { createInterface } from 'node:readline';
import { lockFolder } from '../../db/folder-lock.ts';

/** Takes the folder's lock on each line of its input, says how that went, and keeps what it got until it is killed. */
const [folder = ''] = process.argv.slice(2);
console.log('ready');
for await (const _line of createInterface({ input: process.stdin })) {
  await lockFolder(folder).then(
    () => console.log('taken'),
    (error: Error) => console.log(error.message),
  );
}
