export const texts = {
  pageTitle: '同工同酬 · 同工', title: '同工同酬', caseworkerTitle: '工资核查', sub: '系统只说看到的差额；有人核实以后才有结论。',
  findings: '核查事项', ofClient: '工资核查', noneOfClient: '目前没有需要核实的工资事项。', empty: '这里没有核查事项', emptyText: '每月核查后，有差额的会列在这里。', comma: '，',
  view: { label: '看哪些', triage: '待初核', open: '办理中', over: '已办结' },
  column: { client: '求职者与企业', period: '月份', what: '看到的情况', verdict: '核查结果', status: '进度', seen: '发现' },
  rule: { MIN_WAGE: '最低工资', CONTRACT_WAGE: '约定工资', COMPARATOR_GAP: '同岗差距' },
  short: { MIN_WAGE: '比当地最低工资可能少{{amount}}', CONTRACT_WAGE: '比约定工资可能少{{amount}}', COMPARATOR_GAP: '比同岗中位可能少{{amount}}' },
  severity: { CRITICAL: '紧要', MAJOR: '较大', MODERATE: '一般', INFO: '提示' },
  evidence: { STRONG: '把握较强', MODERATE: '把握中等', WEAK: '把握较弱' },
  figure: {
    countedFen: '计入', minimumFen: '最低工资', minimumWageFen: '最低工资', leastFen: '应不少于', agreedFen: '约定', agreedPayFen: '约定', paidFen: '实发', grossFen: '应发', hours: '工时', medianFen: '同岗中位', comparators: '同岗人数', gapPercent: '差距%',
  },
  run: {
    title: '核查批次', start: '核查一个月', started: '已开始核查，完成后自动更新', none: '还没有核查过', noneText: '企业申报工资后，可以核查那个月。', help: '同一个月再核查一次，会另成一版，不改旧版。',
    revision: '第{{count}}版', state: '状态', is: { QUEUED: '排队中', RUNNING: '核查中', DONE: '已完成', FAILED: '没有完成' }, coverage: '收到/应收', compliant: '符合', review: '待复核', toVerify: '待核实', insufficient: '数据不足',
  },
};
