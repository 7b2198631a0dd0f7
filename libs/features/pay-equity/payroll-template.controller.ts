import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { payrollTemplateCsv, payrollTemplateXlsx } from './payroll-template';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Gives enterprises the template of a payroll. */
@Controller('payroll-template')
export class PayrollTemplateController {
  @Get(':format')
  @Requires(Permission.PAYROLL_DECLARE)
  async download(
    @Req() request: FastifyRequest,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    if (request.actor === null) throw new AppError('NOT_AUTHENTICATED');
    if (format !== 'csv' && format !== 'xlsx') throw new AppError('NOT_FOUND');
    void reply.headers({
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
      'content-disposition': `attachment; filename="payroll-template.${format}"; filename*=UTF-8''${encodeURIComponent(`工资表模板.${format}`)}`,
      'cache-control': 'no-store',
    });
    return format === 'csv' ? payrollTemplateCsv() : payrollTemplateXlsx();
  }
}
