import { Body, Controller, Param, Patch } from '@nestjs/common';
import { ChangeBudget, type BudgetResponse } from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { BudgetService } from './budget.service';

@Controller('consortia/:id/budget')
export class BudgetController {
  constructor(private readonly budget: BudgetService) {}

  @Patch()
  change(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: ChangeBudget): Promise<BudgetResponse> {
    return this.budget.change(who, id, body);
  }
}
