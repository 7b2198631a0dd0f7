export { TemplateBoard } from './components/template-board';
