-- A published text that was reported often enough: its words are hidden until a moderator has looked at it. (By itself:
-- a new value of a type can be used only once it is committed.)
ALTER TYPE "ReviewStatus" ADD VALUE 'hidden' AFTER 'published';
