export { ClientMentor } from './components/client-mentor';
export { MyMentor } from './components/my-mentor';
export { MyPeople } from './components/my-people';
