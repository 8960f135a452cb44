// Mocha is started with `node --import` of this file: registering here also reaches the worker threads
// that the server starts, which `--import tsx` does not.
import { register } from 'tsx/esm/api';

register();
