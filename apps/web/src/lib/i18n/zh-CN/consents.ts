export const texts = {
  title: '本人的同意',
  none: '还没有给出同意',
  noneText: '推荐岗位时会征求本人同意。',
  hint: '同意由本人在手机上给出和收回；收回立即生效。谁看过，本人在手机上看得到。',
  recipient: '给谁，做什么',
  fields: '哪些资料',
  valid: '期限',
  state: '状态',
};
