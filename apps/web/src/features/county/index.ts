export { CountyBoard } from './components/county-board';
