-- What happens to one's own comments between their publication and the answer.
ALTER TYPE "NoticeKind" ADD VALUE 'commentAssigned';
ALTER TYPE "NoticeKind" ADD VALUE 'assignmentExtended';
ALTER TYPE "NoticeKind" ADD VALUE 'reopeningDecided';
