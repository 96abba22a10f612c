import type { statistics as source } from '../zh-hans/statistics'

export const statistics: Record<keyof typeof source, string> = {
  'statistics.title': 'How matters are answered',
  'statistics.lede':
    'Whether departments answer in time, whether matters are solved, and whether residents are content. The figures are kept by the system with every step; departments do not report them.',
  'statistics.period': 'Last {n} months',
  'statistics.before': '{n} months before',
  'statistics.month': 'Month',
  'statistics.month.present': '{month} (not over)',
  'statistics.matters': 'Matters',
  'statistics.answers': 'Answers',
  'statistics.persons': 'Persons',
  'statistics.days': '{n} {n:day|days}',
  'statistics.all.departments': 'All departments',
  'statistics.all.districts': 'All districts',
  'statistics.all.categories': 'All categories',
  'statistics.filter.label': 'Choose what is counted',
  'statistics.filter.months': 'Period',
  'statistics.filter.department': 'Department',
  'statistics.filter.district': 'District',
  'statistics.filter.category': 'Category',
  'statistics.filter.apply': 'Show',
  'statistics.filter.clear': 'Show all',

  'statistics.rate': '{percent}% ({numerator}/{denominator})',
  'statistics.rate.few': '{numerator}/{denominator} (fewer than {fewest}: no percentage)',
  'statistics.rate.response': 'Answered in time',
  'statistics.rate.declared': 'Solved, as departments declare',
  'statistics.rate.confirmed': 'Solved, as residents confirm',
  'statistics.rate.attitude': 'Content with the manner',
  'statistics.rate.speed': 'Content with the speed',
  'statistics.rate.commitments': 'Promises kept',

  'statistics.excluded.title': 'Not counted',
  'statistics.excluded.reason': 'What',
  'statistics.excluded.why': 'Why',
  'statistics.excluded.notYetDue': 'Not yet due',
  'statistics.excluded.notYetDue.why':
    'Still being worked on within its term; counted once it is answered or overdue.',
  'statistics.excluded.returned': 'Returned',
  'statistics.excluded.returned.why':
    'Not the department’s duty, as whoever assigned agreed; where another department took it, it counts there.',
  'statistics.excluded.withdrawn': 'Passed on',
  'statistics.excluded.withdrawn.why': 'Given to another department, and counted there.',
  'statistics.excluded.merged': 'Merged',
  'statistics.excluded.merged.why':
    'The same matter as another topic; answered together with it, and counted there.',
  'statistics.excluded.joint': 'Joined in',
  'statistics.excluded.joint.why':
    'Answered together with the department that leads, and counted once, there.',
  'statistics.excluded.evaluationOpen': 'May still rate',
  'statistics.excluded.evaluationOpen.why':
    'The time to rate is not over, and these persons have not rated.',
  'statistics.excluded.notRated': 'Did not rate',
  'statistics.excluded.notRated.why':
    'The time to rate is over. Taken neither for content nor for discontent.',
  'statistics.excluded.promiseAhead': 'Day not passed',
  'statistics.excluded.promiseAhead.why':
    'The promised day has not passed; counted once it is kept or overdue.',
  'statistics.excluded.promiseWithdrawn': 'Taken back',
  'statistics.excluded.promiseWithdrawn.why':
    'Taken back with a reason in public; the ledger still has it.',

  'statistics.response.title': 'Answered in time?',
  'statistics.response.definition':
    'Answered in time = answered by the due date ÷ (answered by it + answered after it + overdue and unanswered). The due date is the one that was promised in public, with any extension granted. What is answered in time counts in the month of the answer, what is late in the month in which it was due.',
  'statistics.response.inTime': 'In time',
  'statistics.response.late': 'Answered late',
  'statistics.response.overdue': 'Overdue, unanswered',

  'statistics.response.overdueNow': 'Overdue and unanswered at this moment, whenever due: {n}.',

  'statistics.resolution.title': 'Solved?',
  'statistics.resolution.definition':
    'What departments say and what residents say stand side by side and are never made into one figure. As departments declare = answers declared “resolved” ÷ all published answers. As residents confirm = ratings of the solution that are satisfied or mostly satisfied ÷ all ratings of it. Both count in the month in which the answer was published.',
  'statistics.resolution.chart': 'Declared and confirmed',
  'statistics.declared.title': 'What departments declare',
  'statistics.declared.result': 'Result',
  'statistics.graded.title': 'What residents say',
  'statistics.graded.grade': 'Rating',
  'statistics.unrated.title': 'Not among the ratings',

  'statistics.satisfaction.title': 'Content?',
  'statistics.satisfaction.definition':
    'Manner and speed are reckoned apart: ratings that are satisfied or mostly satisfied ÷ all ratings of that aspect. Only those who raised a matter rate its answer, once each, and may change it for a time. Counted in the month in which the answer was published.',
  'statistics.satisfaction.chart': 'Manner and speed',
  'statistics.satisfaction.unrated':
    'Everybody who rates does so in all three aspects, so those who are not counted are the same as above.',

  'statistics.time.title': 'How long it takes',
  'statistics.time.definition':
    'Calendar days from the day on which the department was asked to the day of the published answer. Below stands within how many days half of the answers came (the median), and nine in ten. Counted in the month of the answer.',
  'statistics.time.chart': 'Days from assignment to answer',
  'statistics.time.answers': 'Answers given',
  'statistics.time.median': 'Half within',
  'statistics.time.p90': 'Nine in ten within',

  'statistics.commitments.title': 'Promises kept?',
  'statistics.commitments.definition':
    'Promises kept = kept by their day ÷ (kept by it + kept after it + overdue). The day is the one promised in public, as moved where that was granted. What is kept in time counts in the month in which it was kept, what is late in the month of its day. Whether it is so, residents say in the ledger.',
  'statistics.commitments.kept': 'Kept in time',
  'statistics.commitments.late': 'Kept late',
  'statistics.commitments.overdue': 'Overdue, not kept',
  'statistics.commitments.ledger': 'To the ledger of promises',
  'statistics.promises': 'Promises',

  'statistics.departments.title': 'Departments beside their own past',
  'statistics.departments.lede':
    'In the order of their entry; nobody is ranked. What departments have to do differs in kind and number, so their figures do not compare well with one another. Each one’s last {n} months stand beside its own {n} months before.',
  'statistics.departments.before': 'Before',
  'statistics.departments.none': 'Nothing was assigned to departments in this time.',

  'statistics.how.title': 'Where the figures come from',
  'statistics.how.kept':
    'With every assignment, answer, extension, return and rating the figures change in the same record; the page shows how things are now.',
  'statistics.how.agrees': 'Every night everything is counted anew. The last time all agreed: ',
  'statistics.how.drift':
    'Every night everything is counted anew. Figures that differed the last time, and are being looked into: {n}. ',
  'statistics.how.never':
    'Every night everything is counted anew and compared; that has not been done so far.',
  'statistics.how.few':
    'Below {n} matters or persons there are numbers and no percentage: one more or less would move it by a fifth or more.',
  'statistics.how.again':
    'A matter taken up again is a new assignment and counts by itself; the first answer and its ratings stay counted.',
  'statistics.how.present':
    'Where a topic is put into another district or category, its earlier figures go with it.',
  'statistics.how.carried':
    'Up to {month} there are sums brought over from an earlier system, without a record of each matter.',
  'statistics.file': 'Download as a table (CSV)',
  'statistics.data': 'Download as data (JSON)',
  'statistics.file.overdueNow': 'Overdue and unanswered at this moment, whenever due',
  'statistics.file.from': 'From',
  'statistics.file.to': 'To',
  'statistics.file.department': 'Department',
  'statistics.file.district': 'District',
  'statistics.file.category': 'Category',
  'statistics.file.measure': 'Measure',
  'statistics.file.numerator': 'Numerator',
  'statistics.file.denominator': 'Denominator',
  'statistics.file.share': 'Share',
  'statistics.file.number': 'Number',
  'statistics.file.of': '{name}: {what}',
}
