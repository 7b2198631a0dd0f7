export const texts = {
  pageTitle: '岗位 · 同工', title: '企业与岗位', sub: '90天没有再次确认的岗位，不参加匹配。', ownTitle: '岗位', ownSub: '请每90天确认一次岗位信息，确认后才会继续推荐。',
  view: { label: '看哪些', PUBLISHED: '招聘中', STALE: '待确认', UNDER_REVIEW: '审核中', CLOSED: '已关闭', ALL: '全部' },
  search: '查找岗位或企业', empty: '这里没有岗位', emptyText: '可以换个条件，或从表格导入岗位。', import: '导入岗位',
  column: { title: '岗位', status: '状态', slots: '名额', place: '地点', terms: '工资与工时', confirmed: '最近确认', act: '可办的事' },
  notConfirmed: '还没确认过', confirm: '再次确认', confirmOne: '再次确认 {{title}}', confirmed: '{{title}}已确认',
};
