export { PositionList } from './components/position-list';
