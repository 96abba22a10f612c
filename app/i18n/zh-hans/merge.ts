/** 并案: merging a topic into the one that is answered. */
export const merge = {
  'merge.title': '并入其他议题',
  'merge.lede':
    '内容相同的议题并入正在答复的那一个。本议题随即关闭，尚未答复的交办一并了结；居民的意见留在原处，页面上会给出那个议题的链接和答复。',
  'merge.hint': '与别的议题说的是同一件事时，并入正在答复的那一个。',
  'merge.open': '并入其他议题…',
  'merge.into.label': '并入的议题编号',
  'merge.into.hint': '例如 XS-2026-001，在议题页的“议题信息”里。',
  'merge.into.missing': '请填写议题编号。',
  'merge.reason.hint': '理由会公开在议题经过里。',
  'merge.button': '并入',
  'merge.already': '本议题已经并入其他议题',
  'merge.problem.unknown': '没有这个编号的议题，或者就是本议题。',
  'merge.problem.mergedItself': '那个议题自己已经并入别的议题，请填写最终答复的那一个。',
} as const
