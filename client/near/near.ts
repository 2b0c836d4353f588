/** Where this device is, and how far from it something is: needed once somebody asks. */
export { distanceWords } from './distance.ts';
export { foundWords, locate } from './locate.ts';
