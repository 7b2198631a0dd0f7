export { TemplateBoard as MilestoneTemplatePage } from '../../features/milestone-template';
