import { codeFinder, entry, type CodeEntry } from './code-list';

/**
 * The county's occupations. The first digit is the major group in the manner of GB/T 6565: 3 clerical, 4 services,
 * 5 farming, 6 production; the other digits are the county's own.
 */
export const OCCUPATIONS: readonly CodeEntry[] = [
  entry('30101', '办公文员', 'Office clerk', '文员'),
  entry('30102', '数据录入员', 'Data-entry clerk', '录入员'),
  entry('40101', '保安员', 'Security guard', '保安', '门卫'),
  entry('40102', '保洁员', 'Cleaner', '保洁'),
  entry('40103', '家政服务员', 'Domestic worker', '家政'),
  entry('40104', '养老护理员', 'Elderly-care worker', '护理员'),
  entry('40201', '仓管员', 'Warehouse keeper', '仓管', '仓库管理员'),
  entry('40202', '仓库配料员', 'Warehouse picker', '配料员', '理货员', '拣货员'),
  entry('40203', '叉车司机', 'Forklift driver', '叉车工', '叉车'),
  entry('40204', '快递员', 'Courier', '投递员'),
  entry('40205', '货车司机', 'Lorry driver', '司机'),
  entry('40301', '收银员', 'Cashier', '收银'),
  entry('40302', '营业员', 'Shop assistant', '导购'),
  entry('40401', '厨师', 'Cook', '中式烹调师'),
  entry('40402', '厨工', 'Kitchen helper', '帮厨', '后厨'),
  entry('40403', '餐厅服务员', 'Waiter', '服务员'),
  entry('50101', '园艺工', 'Gardener', '绿化工', '园林工'),
  entry('50102', '茶叶采制工', 'Tea worker', '茶农', '采茶工'),
  entry('60101', '线束装配工', 'Wire-harness assembler', '线束装配', '电子装配', '装配工', '装配'),
  entry('60102', '电子产品焊接工', 'Electronics solderer', '焊锡工'),
  entry('60103', '质检员', 'Quality inspector', '质检', '检验员', '品检'),
  entry('60201', '缝纫工', 'Sewing-machine operator', '缝纫', '车工(服装)', '车位工'),
  entry('60202', '包装工', 'Packer', '包装'),
  entry('60203', '食品加工工', 'Food-processing worker', '食品加工'),
  entry('60301', '电工', 'Electrician', '维修电工'),
  entry('60302', '焊工', 'Welder', '焊接', '焊接工', '电焊工'),
  entry('60303', '打磨工', 'Grinder', '打磨', '抛光工'),
  entry('60304', '砂带裁切工', 'Abrasive-belt cutter', '裁切工', '涂附磨具裁切工'),
  entry('60305', '锯切工', 'Sawyer', '锯切', '竹木加工工', '竹木加工'),
  entry('60306', '钳工', 'Fitter', '机修工', '设备维修工'),
];

/** Finds an occupation's code by code, name or alias. */
export const findOccupation = codeFinder(OCCUPATIONS);
