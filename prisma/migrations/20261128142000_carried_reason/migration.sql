-- Where sums that were brought over come from; those from before are without.
ALTER TABLE "carried_rates" ADD COLUMN "reason" VARCHAR(200);
