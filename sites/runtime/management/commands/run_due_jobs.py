"""Run all periodic work that is due. Call it from any cron, as often as you like."""

from django.core.management.base import BaseCommand, CommandError

from sites.runtime import jobs


class Command(BaseCommand):
    help = (
        "Runs the periodic jobs that are due (each at most once a day, missed days are caught up) "
        "and says what they did. Safe to call every few minutes and by several machines at once."
    )

    def add_arguments(self, parser):
        parser.add_argument("--list", action="store_true", help="only list the registered jobs")
        parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="only these jobs")

    def handle(self, *args, **options):
        known = {job.name: job for job in jobs.registered()}
        if unknown := set(options["only"]) - set(known):
            raise CommandError(f"Unknown job: {', '.join(sorted(unknown))}. Try --list.")
        if options["list"]:
            for job in known.values():
                self.stdout.write(f"{job.name:24} from {job.not_before:%H:%M}  {job.description}")
            return
        done = 0
        for job, report in jobs.run_due(only=options["only"]):
            self.stdout.write(f"{job.name}: {report}")
            done += 1
        self.stdout.write(f"{done} of {len(known)} jobs were due.")
