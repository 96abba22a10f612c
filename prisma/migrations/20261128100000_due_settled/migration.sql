-- AlterEnum
ALTER TYPE "TimelineKind" ADD VALUE 'dueSettled' BEFORE 'reminded';
