export const stage = {
  'stage.collecting': '征集中',
  'stage.deliberating': '协商中',
  'stage.concluding': '形成成果',
  'stage.handling': '办理中',
  'stage.evaluating': '待评价',
  'stage.closed': '已办结',
  'stage.bridge.label': '议题进程',
  'stage.bridge.step': '第 {n} 步，共 {total} 步',
  'stage.bridge.walked': '已完成',
  'stage.bridge.present': '现在',
  'stage.bridge.ahead': '尚未开始',
} as const
