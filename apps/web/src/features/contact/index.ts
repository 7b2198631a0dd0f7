export { ClientContactCard } from './components/client-contact-card';
export { MyContact } from './components/my-contact';
