export const texts = {
  none: '还没有上岗', noneText: '本人接受录用后，这里会有安置和回访节点。',
  title: '{{enterprise}} {{title}}', end: '登记离岗', ended: '离岗已登记，名额已空出', endedOn: '离岗日期', endReason: '离岗原因',
  hireDate: '上岗日期', contract: '合同', openEnded: '无固定期限', until: '到{{day}}', probation: '试用期', pay: '约定工资', perMonth: '每月{{amount}}', hours: '工时', modeLabel: '方式',
  mode: { GROUP: '集中安置', INDIVIDUAL: '分散安置', SELF_EMPLOYED: '自主创业', PUBLIC_POST: '公益性岗位' },
  milestones: '回访节点', milestone: '节点', due: '日期', state: '状态',
  reason: { VOLUNTARY: '本人提出', CONTRACT_END: '合同到期', DISMISSED: '企业提出', ENTERPRISE_CLOSED: '企业停业', PERSONAL: '家庭或个人事务', MOVED: '搬家', BETTER_JOB: '有更好的岗位', OTHER: '其他', UNKNOWN: '还不清楚' },
};
