"""Areas on Apache Spark: the bytes of one machine (see Scripts/spark.sh, which installs it)."""

import hashlib
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "outside"))
import areas_country  # noqa: E402

MILIEU = pathlib.Path(os.environ["MILIEU"]).absolute()
SPARK = pathlib.Path(os.environ["SPARK"])
ENVIRONMENT = {
    **os.environ, "PATH": f"{SPARK}:{os.environ['PATH']}", "SPARK_LOCAL_IP": "127.0.0.1", "LC_ALL": "C.UTF-8",
    "SPARK_DAEMON_MEMORY": "256m"}
PLAN = ["--draws", "40", "-m", "actors,ties,degree,constraint"]


def milieu(*arguments, expect=0):
    done = subprocess.run(
        [MILIEU, "areas", *map(str, arguments)], env=ENVIRONMENT, capture_output=True, text=True, timeout=400)
    assert done.returncode == expect, done.stderr[-3000:]
    return done


def digest(folder):
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir() if path.suffix in (".csv", ".svg")}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("country") / "it's a country"
    areas_country.write(folder, areas=40)
    # One area is broken: it fails on every engine, and alone.
    with open(folder / "ties.csv", "a", encoding="utf-8") as file:
        file.write("00003-0,00003-1,nonsense,1,2015,active\n")
    return folder


@pytest.fixture(scope="module")
def local(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("local")
    milieu("prepare", data, "-o", folder / "job")
    milieu("run", folder / "job", *PLAN)
    milieu("collect", folder / "job", "-o", folder / "results", expect=1)
    return digest(folder / "results")


def prepared(data, tmp_path):
    milieu("prepare", data, "-o", tmp_path / "a job", "--shards", 5)
    return tmp_path / "a job"


def collected(job, tmp_path):
    assert not list((job / "results").glob("*/*.tsv")) and list((job / "results").glob("*/spark/part-*"))
    milieu("collect", job, "-o", tmp_path / "results", expect=1)
    return digest(tmp_path / "results")


def test_one_process_gives_the_bytes(data, local, tmp_path):
    job = prepared(data, tmp_path)
    milieu("run", job, *PLAN, "--engine", "spark", "--master", "local[2,4]")
    assert collected(job, tmp_path) == local and "failed.csv" in local and len(local) >= 5


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A master and two workers on this machine, each ended by its number."""
    folder = tmp_path_factory.mktemp("cluster")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address, processes = f"spark://127.0.0.1:{port}", []

    def start(name, *words):
        with open(folder / f"{name}.log", "wb") as log:
            processes.append(subprocess.Popen(
                [SPARK / "spark-class", f"org.apache.spark.deploy.{words[0]}", "--host", "127.0.0.1", *words[1:]],
                env=ENVIRONMENT, stdout=log, stderr=subprocess.STDOUT, cwd=folder))

    def wait_for(name, text):
        for _ in range(600):
            if text in (folder / f"{name}.log").read_text(errors="replace"):
                return
            time.sleep(0.1)
        raise AssertionError((folder / f"{name}.log").read_text(errors="replace")[-2000:])

    try:
        start("master", "master.Master", "--port", str(port), "--webui-port", "0")
        wait_for("master", "I have been elected leader")
        for name in ("one", "two"):
            start(name, "worker.Worker", "--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", str(folder / name), address)
            wait_for(name, "Successfully registered")
        yield address
    finally:
        for process in reversed(processes):
            process.terminate()
        for process in processes:
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()


def test_a_cluster_of_two_workers_gives_the_bytes(data, local, cluster, tmp_path):
    job = prepared(data, tmp_path)
    milieu("run", job, *PLAN, "--engine", "spark", "--master", cluster)
    assert collected(job, tmp_path) == local


def written(number):
    """Bytes that a process has written."""
    try:
        lines = pathlib.Path(f"/proc/{number}/io").read_text().splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("wchar"))


def test_a_process_that_is_killed_on_the_cluster_changes_no_byte(data, local, cluster, tmp_path):
    job = prepared(data, tmp_path)
    run = subprocess.Popen(
        [MILIEU, "areas", "run", job, *PLAN, "--engine", "spark", "--master", cluster], env=ENVIRONMENT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    killed = []
    try:
        while run.poll() is None and not killed:
            found = subprocess.run(["pgrep", "-f", f"areas work .*{tmp_path.name}"], capture_output=True, text=True)
            for number in found.stdout.split():
                try:
                    command = pathlib.Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
                except OSError:
                    continue
                # It has written areas and has not ended: in the middle of its partition.
                if command[0] == bytes(MILIEU.resolve()) and command[1:3] == [b"areas", b"work"] and written(number) > 1000:
                    os.kill(int(number), signal.SIGKILL)
                    killed.append(number)
            time.sleep(0.005)
        _, said = run.communicate(timeout=300)
    finally:
        run.kill()
    assert killed and run.returncode == 0, said[-2000:]
    assert collected(job, tmp_path) == local


def test_what_spark_cannot_do_is_told(data, tmp_path):
    job = prepared(data, tmp_path)
    said = milieu("run", job, *PLAN, "--engine", "spark", "--master", "nowhere", expect=3).stderr
    assert "Spark ended with a fault" in said
    assert "not computed yet" in milieu("collect", job, "-o", tmp_path / "results", expect=1).stderr
