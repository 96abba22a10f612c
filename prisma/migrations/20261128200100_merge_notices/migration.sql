-- A migration of its own: a new value of an enum can be used only once the transaction that adds it is committed.
ALTER TYPE "NoticeKind" ADD VALUE 'topicMerged';
