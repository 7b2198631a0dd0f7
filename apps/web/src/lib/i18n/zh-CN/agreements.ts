export const texts = {
  pageTitle: '合作协议 · 同工', title: '合作协议', listTitle: '企业协议', listSub: '底条是承诺名额，深色已满，浅色已发布。', none: '还没有协议', noneText: '签订后会列在这里。',
  enterprise: '企业', state: '状态', term: '期限', slots: '名额使用', figures: '已满/已发布/承诺', use: '承诺{{pledged}}个，已发布{{published}}个，已满{{filled}}个',
  ofTerm: '{{from}}–{{to}}', daysLeft: '还剩{{count}}天', over: '已到期', equalPay: '协议约定：同工同酬，工资每月核对一次。',
};
