export { CountyBoard as CountyPage } from '../../features/county';
