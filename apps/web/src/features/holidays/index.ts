export { HolidayBoard } from './components/holiday-board';
