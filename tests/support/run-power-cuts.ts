import { openJournalStore } from '../../main/storage/journal/journal-store.ts';
import { cutPower } from './power-cuts.ts';

// npm run -s test:powercut -- N [first seed]

const [count = '3000', seed = '1'] = process.argv.slice(2);
const { cuts, acknowledged, lost } = await cutPower(openJournalStore, Number(count), Number(seed));
for (const sentence of lost) console.error(sentence);
console.log(`${cuts} kills, ${acknowledged} acknowledged, ${lost.length} lost`);
process.exitCode = lost.length === 0 ? 0 : 1;
