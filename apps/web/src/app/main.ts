import '../shared/tokens/tokens.css';
import '../shared/tokens/base.css';
import { fetchAhead } from './fetch-ahead.js';

// Little enough to be here and run long before the app itself, whose way is then not waited for in vain.
fetchAhead(window.location.pathname);
void import('./start.js');
