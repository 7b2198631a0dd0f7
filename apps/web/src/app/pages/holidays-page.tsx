export { HolidayBoard as HolidaysPage } from '../../features/holidays';
