import { MemoryVault } from '../../../server/vault/memory.ts';
import { vaultContract } from './contract.ts';

vaultContract('memory', () => new MemoryVault());
