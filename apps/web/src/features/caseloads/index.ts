export { DeputyList } from './components/deputy-list';
export { MyTransfers } from './components/my-transfers';
export { TransferList } from './components/transfer-list';
export { MyOpenings } from './components/my-openings';
export { OpenedFile } from './components/opened-file';
export { OpenFileBoard } from './components/open-file-board';
export { OpeningReviews } from './components/opening-reviews';
