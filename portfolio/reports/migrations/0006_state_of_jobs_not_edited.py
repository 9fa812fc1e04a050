from django.db import migrations, models

STATES = [
    ("queued", "waiting"),
    ("running", "running"),
    ("done", "done"),
    ("failed", "failed"),
    ("cancelled", "cancelled"),
]


class Migration(migrations.Migration):
    dependencies = [("reports", "0005_decisions_on_closed_items")]

    operations = [
        migrations.AlterField(
            "job",
            "state",
            models.CharField(choices=STATES, default="queued", editable=False, max_length=10, verbose_name="state"),
        ),
        migrations.AlterField(
            "job",
            "cancel_requested",
            models.BooleanField(default=False, editable=False, verbose_name="asked to stop"),
        ),
    ]
