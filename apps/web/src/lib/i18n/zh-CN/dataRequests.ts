export const texts = {
  column: { who: '求职者', asked: '申请日期', due: '最后期限', hold: '能不能办', act: '可办的事' },
  erasure: {
    title: '申请删除资料',
    count: '{{count}}人',
    none: '没有人申请删除资料',
    noneText: '本人在手机上申请后，会出现在这里，15天内要办完。',
    free: '可以办',
    held: '还有{{count}}项工资核查没有办完',
    since: '最早的从{{day}}起，办完后再确认',
    confirm: '确认删除',
    ask: '确认删除{{name}}的资料吗？',
    askText: '姓名、电话和记录会被销毁，谁也找不回来；安置和工资的数字留下，不带姓名。',
  },
};
