/** What the heads of public pages say to search engines, and the columns of 政府网站网页标签. */
export const meta = {
  'meta.site.description':
    '连心桥是基层协商议事平台：居民、委员、专家和承办单位就身边的事商量，意见、答复、成果全程公开。',
  'meta.column.home': '首页',
  'meta.column.topics': '议题',
  'meta.column.studios': '委员工作室',
  'meta.column.type': '政民互动',
  'meta.keywords': '协商,议题,意见征集,委员工作室,官方答复',
  'meta.topics.description': '正在征集意见、正在协商、正在办理和已经办结的议题。',
  'meta.studios.description': '各街道委员工作室和工作站的地点、人员、承诺和议题。',
  'meta.outcome.description': '议题“{title}”的协商成果：{verdict}，共 {n} 条要点。',
} as const
