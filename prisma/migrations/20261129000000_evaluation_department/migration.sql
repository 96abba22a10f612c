-- AddForeignKey
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
