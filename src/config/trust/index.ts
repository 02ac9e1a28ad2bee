export { compareTrust } from './compare';
