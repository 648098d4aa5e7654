import { killWriters } from './killed-writers.ts';

// npm run -s test:kill -- N

const count = Number(process.argv[2] ?? 100);
const { kills, acknowledged, lost, wrong } = await killWriters(count, (done) => {
  if (done % 50 === 0) process.stderr.write(`${done} of ${count}\n`);
});
for (const sentence of wrong) console.error(sentence);
console.log(`${kills} kills, ${acknowledged} acknowledged, ${lost.length} lost`);
process.exitCode = lost.length + wrong.length === 0 ? 0 : 1;
