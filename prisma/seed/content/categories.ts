import type { CategorySeed } from './types'

export const categories: readonly CategorySeed[] = [
  { code: 'housing', name: '住房与物业', description: '老旧小区改造、加装电梯、物业服务与收费' },
  { code: 'transport', name: '交通出行', description: '停车、公交、道路与上下班通勤' },
  { code: 'elderly', name: '养老服务', description: '助餐、照护、适老化改造' },
  { code: 'health', name: '医疗卫生', description: '家门口看病、取药与健康管理' },
  { code: 'safety', name: '公共安全', description: '消防、充电与公共场所安全' },
  { code: 'environment', name: '环境治理', description: '垃圾分类、河道与市容环境' },
  { code: 'education', name: '教育', description: '上下学、校园周边与校外时间' },
  { code: 'renewal', name: '城市更新', description: '公园、老街、场地的改造与利用' },
  { code: 'commerce', name: '便民商业', description: '菜市场、便民网点与沿街经营' },
  { code: 'sports', name: '文化体育', description: '场馆开放、健身与文化活动' },
  { code: 'new-work', name: '新就业群体', description: '骑手、司机、快递员等的工作与生活' },
  { code: 'covenant', name: '邻里公约', description: '邻里相处、公共空间的规矩大家定' },
  { code: 'rights', name: '权益保障', description: '合同、版权、法律服务与纠纷调解' },
]
