export { compareTrust, type TrustChanges } from './compare';
