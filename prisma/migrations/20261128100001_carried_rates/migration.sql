-- CreateTable
CREATE TABLE "carried_rates" (
    "id" TEXT NOT NULL,
    "districtId" TEXT,
    "categoryId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "carried_rates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "carried_rates_districtId_idx" ON "carried_rates"("districtId");

-- CreateIndex
CREATE INDEX "carried_rates_categoryId_idx" ON "carried_rates"("categoryId");

-- CreateIndex
CREATE INDEX "carried_rates_departmentId_idx" ON "carried_rates"("departmentId");

-- CreateIndex
CREATE INDEX "carried_rates_month_idx" ON "carried_rates"("month");

-- AddForeignKey
ALTER TABLE "carried_rates" ADD CONSTRAINT "carried_rates_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "districts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carried_rates" ADD CONSTRAINT "carried_rates_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "categories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carried_rates" ADD CONSTRAINT "carried_rates_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "carried_rates"
  ADD CONSTRAINT "carried_rates_month" CHECK ("month" ~ '^[0-9]{4}-[0-9]{2}$'),
  ADD CONSTRAINT "carried_rates_count" CHECK ("count" > 0 AND "value" >= 0);
