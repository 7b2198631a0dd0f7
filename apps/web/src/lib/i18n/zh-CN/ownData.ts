export const texts = {
  pageTitle: '我的资料 · 同工',
  title: '我的资料',
  open: '我的资料：要一份、改正、删除',
  copy: {
    title: '要一份我的资料',
    text: '这里记着的、和你有关的全部内容，还有谁看过。只给你本人。',
    ask: '要一份',
    beingMade: '正在准备，一般一分钟内就好。好了会显示在这里。',
    of: '{{at}}要的一份',
    until: '到{{day}}为止可以取，之后自动删掉。',
    form: { pdf: '看得懂的（PDF）', json: '给电脑用的（JSON）' },
  },
  erasure: {
    title: '删除我的资料',
    text: '删除后，你的姓名、电话、记录都不再存在，谁也找不回来。你也不能再登录。15天内办完。',
    stays: '安置和工资的数字会留下，但不再和你的名字连在一起。不删，什么都不会变。',
    ask: '申请删除',
    confirm: '要申请删除你的资料吗？',
    confirmText: '专员确认之前，你可以收回。确认之后就找不回来了。',
    state: {
      REQUESTED: '{{asked}}申请了删除，{{due}}前办完。专员确认之前可以收回。',
      CONFIRMED: '删除已经确认，正在办理。',
    },
    takeBack: '不删了，收回申请',
  },
};
