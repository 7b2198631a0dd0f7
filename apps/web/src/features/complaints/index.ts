export { ComplaintList } from './components/complaint-list';
export { MyComplaints } from './components/my-complaints';
