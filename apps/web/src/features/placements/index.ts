export { ClientPlacements } from './components/client-placements';
