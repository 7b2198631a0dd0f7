export const texts = {
  entry: {
    today: '今日', clients: '求职者', referrals: '推荐', positions: '企业与岗位', groupPlacement: '集中安置', training: '培训', followUps: '回访', payFindings: '工资核查',
    county: '全县概览', equalPay: '同工同酬', funds: '资金与补贴', reports: '月度报告', agreements: '企业协议', teamTasks: '团队待办',
    system: '系统概况', members: '人员与权限', settings: '设置与参数', imports: '导入', jobs: '任务与发件',
    candidates: '候选人', ownPositions: '岗位', agreement: '合作协议', payroll: '工资申报', findings: '核查与答复',
    lessons: '我的课', waitlist: '候补', certificates: '证书',
    timetable: '课程表', seats: '班次与座位', rooms: '教室', trainingPlan: '培训计划',
    myPeople: '我联系的人', myNotes: '我的记录',
    claims: '待办申领', fundLines: '资金', schemes: '政策规则', clawback: '退回', claimsToApprove: '待审申领', payout: '拨付与对账',
    auditSearch: '审计检索', auditChain: '留痕校验', exports: '导出记录',
  },
  foot: { ADMINISTRATOR: '只见编号，不见个人资料' },
  plain: {
    title: '这里暂无待办',
    text: '这一栏在本县尚未启用，现在没有需要办的事。启用后会先通知。',
    findings: '工资核查的事项由专员初核后再发来。现在没有需要答复的事项。',
    groupPlacement: '集中安置在本县尚未启用。推荐可以在求职者的匹配页逐个办理。',
    training: '班次由培训基地安排。学员在自己的课程表里看得到。',
  },
};
