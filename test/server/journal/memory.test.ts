import { MemoryJournal } from '../../../server/journal/memory.ts';
import { journalContract } from './contract.ts';

journalContract('memory', () => new MemoryJournal());
