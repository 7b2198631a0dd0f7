export { MyLessons } from './components/my-lessons';
